text = '😀'; name = '👩‍👩‍👧‍👦'; print(text, name)
print('😀', text, '𝒳', name)  # 😀 text
both = {'😀': text, 'é': [name for name in '😀😀']}; both['😀'] = name
'😀'; global_name = lambda value='😀', other=text: (value, other)
