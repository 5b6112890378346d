-- Which of some keys are of entries that wait or are leased.
local unfinished = {}
for i = FIRST, #ARGV do
  local _, number = memory_of(ARGV[i])
  local item = number and item_of(number)
  if item and item[STANDING] ~= DEAD then unfinished[#unfinished + 1] = ARGV[i] end
end
return unfinished
