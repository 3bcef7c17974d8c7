def window(values, size):
    head = values[: (middle := size // 2)]
    tail = values[middle : (end := len(values)) : (step := 1)]
    return head, tail, values[last := -1], end, step, last
