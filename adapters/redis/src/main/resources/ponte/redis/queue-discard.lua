-- Removes a dead entry for good: key.
local added, number = memory_of(ARGV[FIRST])
local item = number and item_of(number)
if not item or item[STANDING] ~= DEAD then return 0 end
remove(number, item, added)
list_topic()
return 1
