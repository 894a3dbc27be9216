"""What a text is made of: folded words with their places, sentences, masked regions, names."""
