"""Publications: explainers, quizzes, courses, recordings, what is printed."""
