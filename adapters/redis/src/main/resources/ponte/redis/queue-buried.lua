-- The dead in the order of their burial: index of the first and of the last.
local letters = {}
for _, place in ipairs(call('ZRANGE', dead, ARGV[FIRST], ARGV[FIRST + 1])) do
  local number = string.sub(place, 17)
  local item = item_of(number)
  letters[#letters + 1] = {item[KEY], item[LANE], item[DUE], call('HGET', payloads, number),
    item[TRIES] or item[ATTEMPTS], item[REASON], item[MOMENT]}
end
return letters
