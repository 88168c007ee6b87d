"""The files that messages stand under: kept documents, pictures drawn once, exports of what is kept."""
