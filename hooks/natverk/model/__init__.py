"""The nouns: what the files say, as frozen records. No file is read and no day is asked for here."""
