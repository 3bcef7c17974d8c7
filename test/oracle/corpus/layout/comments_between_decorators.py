import functools


class Cart:
    @property
# at the margin
    def total(self):
        return self.items

    @functools.cache
      # deeper
    # the same
    @staticmethod
# at the margin

  # in between
    def build(total):
        @functools.wraps(total)
# at the margin again
        class Inner:
            @classmethod
        # shallower
            def make(cls):
                return functools, total
        return Inner
