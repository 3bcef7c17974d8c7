def choose(flag, first, second):
    chosen = (left := first) if (test := flag) else (right := second)
    return chosen, left, test, right, (lambda: 1 if flag else second)
