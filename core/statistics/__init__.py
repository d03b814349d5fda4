"""What figures say: whether a change is more than the ups and downs there always are."""
