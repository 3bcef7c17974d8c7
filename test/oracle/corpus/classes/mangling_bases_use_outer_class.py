class Outer:
    __Base = object

    class Inner(__Base):
        __Base = int

        def read(self, other=__Base):
            return __Base

    @__Base
    class Decorated(metaclass=__Base):
        pass
