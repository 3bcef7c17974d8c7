class Repository[Model]:
    def get[Key](self, key: Key) -> Model:
        found: Model | Key = key
        return found

    def all(self) -> list[Model]:
        return [Model for _ in range(3)]
