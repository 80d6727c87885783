/// One input of libFuzzer's: its start and number of bytes; gives 0.
public typealias FuzzEntry = @convention(c) (UnsafePointer<UInt8>, Int) -> CInt

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ argumentCount: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ entry: FuzzEntry
) -> CInt

/// Runs libFuzzer with the program's arguments; gives its status.
public func fuzz(_ entry: FuzzEntry) -> CInt {
  var count = CommandLine.argc
  var arguments = CommandLine.unsafeArgv
  return runDriver(&count, &arguments, entry)
}
