"""Making the tagger's weights: pages composed of real articles, the network's gradients, and the fit itself."""
