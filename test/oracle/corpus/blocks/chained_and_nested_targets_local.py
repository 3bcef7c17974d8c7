def unpack(box):
    first = second = [third, fourth] = box[first] = 1, 2
    (fifth, (sixth, *seventh)), eighth = (1, (2, 3)), 4
    [ninth, [tenth]] = [1, [2]]
    *eleventh, = box
    (twelfth) = first
    return lambda: (second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth)
