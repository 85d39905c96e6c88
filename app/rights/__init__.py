"""Terms read from what an article says, and passages counted against them."""
