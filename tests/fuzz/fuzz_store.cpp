#include "app/images/imagepolicy.h"
#include "app/images/storefolder.h"
#include "tests/fuzz/fuzzing.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

// An entry of the picture store as another hand may have left it: a file of any bytes, and facts that promise
// any length. What is read is the whole file or nothing, and an address of any bytes names a file of ours.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QTemporaryDir folder;
    static const QRegularExpression name(u"\\A[0-9a-f]{64}\\z"_s);
    if (size < 2)
        return 0;
    const QByteArray bytes = bytesOf(data + 2, size - 2);
    const QString key = storeKey(QUrl::fromEncoded(bytes));
    require(name.match(key).hasMatch(), u"key "_s + key);

    // Near the true length, where it matters, or anywhere.
    const qint64 promised =
        data[0] < 200 ? bytes.size() + data[1] % 3 - 1 : data[1] * qint64(data[0]) * 1'000'003;
    QString error;
    const QString path = storedFile(folder.path(), key);
    require(writeStoredFile(path, bytes, &error), error);
    const std::optional<QByteArray> read = readStoredFile(path, promised);
    require(read.has_value(), u"not read"_s);
    require(*read == (promised == bytes.size() ? bytes : QByteArray()), u"another picture"_s);
    if (checkImage(*read) == ImageFailure::None)
        require(!imageSize(*read).isEmpty() && imageType(*read) != ImageType::Unknown,
                u"a picture of no size"_s);
    QFile::remove(path);
    return 0;
}
