import unittest


class ParserTest(unittest.TestCase):
    cases = {'1': 1, '2': 2}

    def test_cases(self):
        for text, expected in self.cases.items():
            with self.subTest(text=text, expected=expected):
                actual = int(text)
                self.assertEqual(actual, expected)
        else:
            last = text
        self.assertTrue(last)

    def load_tests(loader, tests, pattern):
        return loader, tests, pattern
