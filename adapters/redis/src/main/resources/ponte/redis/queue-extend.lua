-- Holds a lease: key, token, until when.
local number, item = held(ARGV[FIRST], ARGV[FIRST + 1])
if not number then return 0 end
lift(number, item)
hold(number, item, ARGV[FIRST + 2])
return 1
