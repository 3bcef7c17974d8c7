import unittest


class Shared:
    def __check(self, value):
        self.assertTrue(value)

    def check(self, value):
        self.__check(value)


class FirstTest(Shared, unittest.TestCase):
    def test_first(self):
        def check(value):
            return self.check(value)

        check(1)

    test_alias = test_first
    skipped = unittest.skipIf(test_alias is None, 'never')(test_first)
