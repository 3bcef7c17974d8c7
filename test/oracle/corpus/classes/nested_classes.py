class Outer:
    value = 1

    class Middle:
        value = 2

        class Inner:
            copied = value

            def read(self):
                return value, Middle, Inner, Outer
