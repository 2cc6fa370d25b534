"""What was said amiss: put right by the speaker, misspelt, or in more words than it needs."""
