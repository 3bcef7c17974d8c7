def total():
    return subtotal + tax


def tax_rate():
    def rate():
        return missing
    return rate
