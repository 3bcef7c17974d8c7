def classes(names):
    for name in names:
        class Named:
            label = name

            def read(self):
                return name, Named

        yield Named
