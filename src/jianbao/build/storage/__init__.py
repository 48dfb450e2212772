"""What earlier builds made, kept beside the archive: it saves work and can always be made again."""
