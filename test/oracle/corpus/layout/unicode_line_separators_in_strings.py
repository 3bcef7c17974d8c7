first = 'a b'; second = first
third = ''' 
'''; fourth = second
# comment with   separator and  more
fifth = third; sixth = 'x'; seventh = sixth
