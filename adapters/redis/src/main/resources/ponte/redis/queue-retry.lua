-- Gives an entry back to its place: key, token, when it is due.
local number, item = held(ARGV[FIRST], ARGV[FIRST + 1])
if not number then return 0 end
lift(number, item)
item[DUE], item[TOKEN] = ARGV[FIRST + 2], ''
wait(number, item)
tell()
return 1
