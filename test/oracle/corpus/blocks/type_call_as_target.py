class Box:
    pass


def freeze(box, name, value):
    type(box).name = value
    type(box)[name] = value
    type(box).items[name], box.value = value, name
    type(box).count += 1
    type (box).flag = value
    del type(box).name
    for type(box).cursor in value:
        pass
    return type(box)
