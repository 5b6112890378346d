-- Gives an entry back to its place: key, token, when it is due, 1 if it only waited.
local number, item = held(ARGV[FIRST], ARGV[FIRST + 1])
if not number then return 0 end
lift(number, item)
item[DUE], item[TOKEN] = ARGV[FIRST + 2], ''
item[TRIES] = tries_of(item) - tonumber(ARGV[FIRST + 3])
wait(number, item)
tell()
return 1
