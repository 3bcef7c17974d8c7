first = second = [third, fourth] = box[first] = 1, 2
(fifth, (sixth, *seventh)), eighth = (1, (2, 3)), 4
[ninth, [tenth]] = [1, [2]]
(eleventh) = 11
((twelfth)) = 12
*thirteenth, = ()
first.attribute, box[second], *box.rest = 1, 2, 3
