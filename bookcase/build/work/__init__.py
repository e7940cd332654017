"""Who makes pages and leaflets: processes here, other machines."""
