def test_pairs():
    item1, item2 = 1, 2
    item_1 = item1
    item_2 = item2

    def check(item1):
        item3 = item1 + item2
        return item3

    assert check(item_1) == item_2 + 1
    for item1 in range(item2):
        item3 = item1
    return item3
