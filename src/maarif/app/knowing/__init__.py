"""What is known of people, and how things stand: looked at, listed, noted, corrected."""
