"""Ways from one to another: introductions, and people whom one overlooks."""
