def find(items, default=(found := None)):
    if (count := len(items)) > 3 and (first := items[0]):
        return first, count
    return default, found
