class Outer:
    class Base:
        pass

    class Derived(Base):
        copy = Base if 'Base' else None

        def read(self):
            return Base
