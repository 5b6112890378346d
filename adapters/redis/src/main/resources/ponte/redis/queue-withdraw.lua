-- Takes entries out that wait or are leased, and forgets their keys; answers how many those were.
local withdrawn = 0
for i = FIRST, #ARGV do
  local added, number = memory_of(ARGV[i])
  local item = number and item_of(number)
  if item and item[STANDING] ~= DEAD then
    remove(number, item, added)
    forget_key(ARGV[i], added)
    withdrawn = withdrawn + 1
  end
end
list_topic()
tell()
return withdrawn
