class Box[__T: __Bound = __Default](__Base):
    __Bound = 1


class Outer:
    __Bound = int

    class Box[__T: __Bound](list[__Bound]):
        copied = __Bound
