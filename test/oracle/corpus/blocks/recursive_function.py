def factorial(number):
    return 1 if number < 2 else number * factorial(number - 1)


def outer():
    def fibonacci(number):
        return number if number < 2 else fibonacci(number - 1) + fibonacci(number - 2)

    return fibonacci(10)
