"""Whether words are what they look like: a sum, a picture, a person, a citation, a figure of speech."""
