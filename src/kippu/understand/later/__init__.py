"""What of a sentence is for another time than now."""
