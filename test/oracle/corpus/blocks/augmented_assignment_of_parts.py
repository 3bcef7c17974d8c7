box = {}
box[len(box)] += 1
box.size += len


def add(box, index):
    box[index] += index
    box.total += box[index].count
    box[(index := index + 1)] -= 1
