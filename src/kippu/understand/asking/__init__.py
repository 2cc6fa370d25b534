"""Questions back to the person, and the replies to them."""
