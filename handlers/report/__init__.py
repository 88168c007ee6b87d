"""A supplier reports an internship or an apprenticeship: six questions, a summary, sent."""
