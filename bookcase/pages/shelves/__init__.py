"""Ways to what the bookcase holds: the first page, shelves, calendar, news."""
