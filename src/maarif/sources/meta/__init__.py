"""What Meta hands out of Facebook and of Instagram, which write their conversations alike."""
