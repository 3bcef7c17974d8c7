"""Nothing here either."""
