<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutBox</name>
    <message>
        <source>About Lectern</source>
        <translation>关于 Lectern</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Lectern %1&lt;/h3&gt;&lt;p&gt;A reader for folders of articles.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Lectern %1&lt;/h3&gt;&lt;p&gt;文章文件夹的阅读器。&lt;/p&gt;&lt;p&gt;自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本。&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Text si&amp;ze:</source>
        <translation>字号(&amp;Z)：</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>&amp;Column width:</source>
        <translation>栏宽(&amp;C)：</translation>
    </message>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Line h&amp;eight:</source>
        <translation>行高(&amp;E)：</translation>
    </message>
    <message>
        <source>&amp;Latin letters:</source>
        <translation>西文字体(&amp;L)：</translation>
    </message>
    <message>
        <source>C&amp;hinese characters:</source>
        <translation>中文字体(&amp;H)：</translation>
    </message>
    <message>
        <source>&amp;Indent paragraphs by two characters, without gaps</source>
        <translation>段首缩进两字，段间不留空(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Keep animated pictures still</source>
        <translation>动画图片保持静止(&amp;K)</translation>
    </message>
    <message>
        <source>In the article; shown large, they move</source>
        <translation>在文章中不播放；放大查看时仍会播放</translation>
    </message>
    <message>
        <source>Comes before Lectern’s own choice</source>
        <translation>优先于 Lectern 自选的字体</translation>
    </message>
    <message>
        <source>Of the article’s text</source>
        <translation>文章正文的字号</translation>
    </message>
    <message>
        <source>Of the usual width of the article</source>
        <translation>相对于文章的默认宽度</translation>
    </message>
    <message>
        <source>Of the usual distance from line to line</source>
        <translation>相对于默认行距</translation>
    </message>
    <message>
        <source>As books in Chinese have it</source>
        <translation>如中文书籍的排版</translation>
    </message>
    <message>
        <source>The desktop wants nothing to move</source>
        <translation>系统要求减少动态效果</translation>
    </message>
</context>
<context>
    <name>ArchiveNotices</name>
    <message>
        <source>The catalogue cannot be kept on disk (%1); it is made anew at each start.</source>
        <translation>目录数据无法存到磁盘（%1），每次启动时都会重新生成。</translation>
    </message>
    <message>
        <source>What you read and star cannot be kept: %1.</source>
        <translation>已读和星标无法保存：%1。</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2. The list is as it was last seen.</source>
        <translation>无法读取“%1”：%2。列表仍是上次的内容。</translation>
    </message>
    <message>
        <source>“%1” is there again.</source>
        <translation>“%1”又可以读取了。</translation>
    </message>
    <message>
        <source>A newer Lectern wrote what you read and starred; this one leaves it alone, and keeps nothing that you mark.</source>
        <translation>已读和星标记录是由较新版本的 Lectern 写入的；此版本不会改动它，也不会保存您的标记。</translation>
    </message>
    <message>
        <source>There is no copy of today of what you read and starred: %1.</source>
        <translation>今天未能备份已读和星标记录：%1。</translation>
    </message>
    <message>
        <source>The file of what you read and starred was damaged, and there was no copy of it: Lectern kept what it could read. The damaged file is “%1”.</source>
        <translation>已读和星标记录文件已损坏，且没有备份：Lectern 保留了能读出的部分。损坏的文件为“%1”。</translation>
    </message>
    <message>
        <source>The file of what you read and starred was gone; the copy of %1 stands in for it.</source>
        <translation>已读和星标记录文件不见了；已用 %1的备份恢复。</translation>
    </message>
    <message>
        <source>The file of what you read and starred was damaged; the copy of %1 stands in for it, with what could still be read. The damaged file is “%2”.</source>
        <translation>已读和星标记录文件已损坏；已用 %1的备份恢复，并补回了仍能读出的部分。损坏的文件为“%2”。</translation>
    </message>
    <message>
        <source>The system watches no more folders: what changes in them shows when you come back to this window, or use %1.</source>
        <translation>系统已无法监视更多文件夹：回到此窗口或使用 %1 时会检查更改。</translation>
    </message>
    <message>
        <source>“%1” holds no article now; its disk may be away. The list is as it was last seen; %2 empties it.</source>
        <translation>“%1”中现在没有文章，磁盘可能未连接。列表仍是上次的内容；用 %2 可清空。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) are gone from the folder; they stay listed until it has been quiet for a minute, or until you use %1.</source>
        <translation>
            <numerusform>文件夹中少了 %Ln 篇文章；一分钟内没有更改或使用 %1 后，才会从列表中移除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Look Again</source>
        <translation>重新检查</translation>
    </message>
</context>
<context>
    <name>ArticleCommands</name>
    <message>
        <source>The article&apos;s address was copied.</source>
        <translation>已复制文章地址。</translation>
    </message>
    <message>
        <source>Save the Article</source>
        <translation>保存文章</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>The article was saved as “%1”.</source>
        <translation>文章已保存为“%1”。</translation>
    </message>
    <message>
        <source>Saving the article…</source>
        <translation>正在保存文章…</translation>
    </message>
    <message>
        <source>The article was handed to the printer.</source>
        <translation>文章已送往打印机。</translation>
    </message>
    <message>
        <source>The article was not saved.</source>
        <translation>文章未保存。</translation>
    </message>
    <message>
        <source>Try Again…</source>
        <translation>重试…</translation>
    </message>
    <message>
        <source>The article could not be saved as “%1”: %2. Another folder may do.</source>
        <translation>文章无法保存为“%1”：%2。可以换一个文件夹。</translation>
    </message>
    <message>
        <source>Save Elsewhere…</source>
        <translation>保存到别处…</translation>
    </message>
    <message>
        <source>Print Again…</source>
        <translation>重新打印…</translation>
    </message>
    <message>
        <source>The page could not be made into a PDF document. Open the article anew and try again.</source>
        <translation>无法将页面制成 PDF 文档。请重新打开文章后再试。</translation>
    </message>
    <message>
        <source>Printing… The web engine cannot be stopped meanwhile.</source>
        <translation>正在打印…网页引擎在此期间无法停止。</translation>
    </message>
    <message>
        <source>Stopping: waiting for the web engine…</source>
        <translation>正在停止：等待网页引擎…</translation>
    </message>
    <message>
        <source>“%1” could not be printed: its page was closed before it was ready for the printer.</source>
        <translation>《%1》未能打印：页面在准备好打印之前已关闭。</translation>
    </message>
    <message>
        <source>“%1” could not be printed. Look whether the printer is switched on and ready, or choose another one.</source>
        <translation>《%1》未能打印。请检查打印机是否已开机并就绪，或另选一台打印机。</translation>
    </message>
</context>
<context>
    <name>ArticleDelegate</name>
    <message>
        <source>no date</source>
        <translation>日期不详</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <extracomment>The header above a day&apos;s articles in the list, as QLocale::toString() reads it.</extracomment>
        <translation>yyyy年M月d日 dddd</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>日期不详</translation>
    </message>
</context>
<context>
    <name>BusyStatus</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop what is being done</source>
        <translation>停止正在进行的操作</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>List FOLDER: one JSON object a line.</source>
        <translation>列出 FOLDER 中的文章，每行一个 JSON 对象。</translation>
    </message>
    <message>
        <source>Save ARTICLE as OUT: .html (one file), .pdf or .png.</source>
        <translation>把 ARTICLE 保存为 OUT：.html（单个文件）、.pdf 或 .png。</translation>
    </message>
    <message>
        <source>Ask nothing of the network.</source>
        <translation>不访问网络。</translation>
    </message>
    <message>
        <source>Keep settings, marks and pictures in FOLDER.</source>
        <translation>把设置、标记和图片存放在 FOLDER 中。</translation>
    </message>
    <message>
        <source>Keep the catalogue in FOLDER.</source>
        <translation>把目录数据存放在 FOLDER 中。</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>显示本帮助。</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>A desktop reader for folders of articles.</source>
        <translation>文章文件夹的桌面阅读器。</translation>
    </message>
    <message>
        <source>The folder to open, or one article.</source>
        <translation>要打开的文件夹，或一篇文章。</translation>
    </message>
    <message>
        <source>“%1” cannot be listed: %2</source>
        <translation>无法列出“%1”：%2</translation>
    </message>
    <message>
        <source>Only one folder or file can be opened at a time.</source>
        <translation>一次只能打开一个文件夹或文件。</translation>
    </message>
    <message>
        <source>--list needs a folder.</source>
        <translation>--list 需要指定文件夹。</translation>
    </message>
    <message>
        <source>--export needs an article.</source>
        <translation>--export 需要指定文章。</translation>
    </message>
    <message>
        <source>--export writes .html, .pdf or .png, not “%1”.</source>
        <translation>--export 可写入 .html、.pdf 或 .png，不支持“%1”。</translation>
    </message>
    <message>
        <source>“lectern --help” shows what can be asked.</source>
        <translation>运行“lectern --help”可查看用法。</translation>
    </message>
    <message>
        <source>Report on FOLDER as one JSON object: what had to be mended, what could not be read, copies, sizes.</source>
        <translation>以一个 JSON 对象报告 FOLDER 的情况：修补过的、无法读取的、重复的文章，以及大小。</translation>
    </message>
    <message>
        <source>With --report: a table (CSV) in place of JSON.</source>
        <translation>与 --report 连用：输出表格（CSV）而不是 JSON。</translation>
    </message>
    <message>
        <source>--report needs a folder.</source>
        <translation>--report 需要指定一个文件夹。</translation>
    </message>
    <message>
        <source>--csv needs --report.</source>
        <translation>--csv 需要与 --report 连用。</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>无法读取“%1”：%2</translation>
    </message>
    <message>
        <source>The report on “%1” cannot be written: %2</source>
        <translation>无法写出“%1”的报告：%2</translation>
    </message>
    <message>
        <source>Write what was read and starred to FILE: one JSON object a line, an article or a read horizon each.</source>
        <translation>将已读和星标记录写入 FILE：每行一个 JSON 对象，对应一篇文章或一条已读界线。</translation>
    </message>
    <message>
        <source>Add what --export-marks wrote, also on another machine; of two marks the later one counts.</source>
        <translation>导入 --export-marks 写出的记录，也可来自另一台电脑；两处不同时以较晚的为准。</translation>
    </message>
    <message>
        <source>Open a window of its own, also where Lectern is open already.</source>
        <translation>另开一个窗口，即使 Lectern 已在运行。</translation>
    </message>
    <message>
        <source>For the desktop: show no window before one is asked for over D-Bus.</source>
        <translation>供桌面环境使用：收到 D-Bus 请求之前不显示窗口。</translation>
    </message>
</context>
<context>
    <name>CommandList</name>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Picture Viewer</source>
        <translation>图片查看器</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Nothing has that name.</source>
        <translation>没有匹配的结果。</translation>
    </message>
    <message>
        <source>Commands by name</source>
        <translation>按名称查找命令</translation>
    </message>
    <message>
        <source>Command, category or recent folder</source>
        <translation>命令、分类或最近打开的文件夹</translation>
    </message>
    <message>
        <source>What has that name</source>
        <translation>匹配的结果</translation>
    </message>
</context>
<context>
    <name>CommandTree</name>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其快捷键</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source> › </source>
        <extracomment>Between a submenu and the command in it.</extracomment>
        <translation> › </translation>
    </message>
    <message>
        <source>no key</source>
        <translation>没有快捷键</translation>
    </message>
    <message>
        <source>No command has these words.</source>
        <translation>没有匹配的命令。</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>Lectern does not run as root: the web engine would be without its sandbox. Start it as another user.</source>
        <translation>Lectern 不能以 root 身份运行，否则网页引擎将失去沙盒保护。请换用普通用户启动。</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>“%1” cannot be written: %2</source>
        <translation>无法写入“%1”：%2</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>无法读取“%1”：%2</translation>
    </message>
    <message>
        <source>The article is too long for one picture; a PDF or HTML file can hold it.</source>
        <translation>文章太长，一张图片放不下；可以保存为 PDF 或 HTML。</translation>
    </message>
    <message>
        <source>The web engine cannot draw the article; a PDF file can hold its text.</source>
        <translation>网页引擎无法绘制这篇文章；可以改为导出只含文字的 PDF 文件。</translation>
    </message>
    <message>
        <source>The web engine made no PDF of the article.</source>
        <translation>网页引擎未能生成文章的 PDF。</translation>
    </message>
</context>
<context>
    <name>FailedPicture</name>
    <message>
        <source>Press %1 to fetch them.</source>
        <translation>按 %1 键下载图片。</translation>
    </message>
    <message>
        <source>Press %1 to try again.</source>
        <translation>按 %1 键重试。</translation>
    </message>
    <message>
        <source>Click it, or press Enter on it, to see it by itself.</source>
        <translation>点击它，或选中后按回车键，即可单独查看。</translation>
    </message>
</context>
<context>
    <name>FailureTexts</name>
    <message>
        <source>The server does not have it any more (%1).</source>
        <translation>服务器上已没有这张图片（%1）。</translation>
    </message>
    <message>
        <source>The server has been asked too often (%1).</source>
        <translation>对服务器的请求过于频繁（%1）。</translation>
    </message>
    <message>
        <source>The server is in trouble (%1).</source>
        <translation>服务器出现故障（%1）。</translation>
    </message>
    <message>
        <source>The server refused it (%1).</source>
        <translation>服务器拒绝了请求（%1）。</translation>
    </message>
    <message>
        <source>The server sent a web page in place of the picture.</source>
        <translation>服务器返回的是网页，而不是图片。</translation>
    </message>
    <message>
        <source>What the server sent is not a picture that can be shown.</source>
        <translation>服务器返回的内容不是可显示的图片。</translation>
    </message>
    <message>
        <source>What the server sent is not a picture that can be shown (%1).</source>
        <translation>服务器返回的内容不是可显示的图片（%1）。</translation>
    </message>
    <message>
        <source>It has not been fetched yet, and the network is switched off.</source>
        <translation>图片尚未下载，而当前为脱机状态。</translation>
    </message>
    <message>
        <source>Its address does not lead to the public internet.</source>
        <translation>图片地址不在公共互联网上。</translation>
    </message>
    <message>
        <source>This server does not exist any more, or there is no network.</source>
        <translation>该服务器已不存在，或没有网络连接。</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>无法连接服务器。</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>服务器没有及时响应。</translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation>图片过大。</translation>
    </message>
    <message>
        <source>It is damaged.</source>
        <translation>图片已损坏。</translation>
    </message>
    <message>
        <source>The server sent us round in circles.</source>
        <translation>服务器的跳转次数过多。</translation>
    </message>
    <message>
        <source>This article has more pictures than are fetched at once.</source>
        <translation>这篇文章的图片过多，超出了单次下载的上限。</translation>
    </message>
    <message>
        <source>It could not be kept on disk.</source>
        <translation>图片无法存到磁盘。</translation>
    </message>
    <message>
        <source>Fetching was stopped.</source>
        <translation>下载已停止。</translation>
    </message>
    <message>
        <source>Pictures are fetched when you ask for them.</source>
        <translation>图片仅在您要求时下载。</translation>
    </message>
    <message>
        <source>plainly</source>
        <comment>way of asking a server</comment>
        <translation>直接请求</translation>
    </message>
    <message>
        <source>Plainly</source>
        <comment>way of asking a server</comment>
        <translation>直接请求</translation>
    </message>
    <message>
        <source>as from its own site</source>
        <translation>以自身网站的名义</translation>
    </message>
    <message>
        <source>As from its own site, %1</source>
        <translation>以其自身网站（%1）的名义</translation>
    </message>
    <message>
        <source>as from %1</source>
        <comment>a site</comment>
        <translation>以 %1 的名义</translation>
    </message>
    <message>
        <source>As from the article’s site, %1</source>
        <translation>以文章所在网站（%1）的名义</translation>
    </message>
    <message>
        <source>As from %1, which this server is known to want</source>
        <translation>以该服务器已知要求的 %1 的名义</translation>
    </message>
    <message>
        <source>over %1</source>
        <extracomment>%1 is http or https</extracomment>
        <translation>改用 %1</translation>
    </message>
    <message>
        <source>Over %1</source>
        <translation>改用 %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <comment>a server</comment>
        <translation>改从 %1</translation>
    </message>
    <message>
        <source>At another address, on %1</source>
        <translation>改从 %1 上的另一地址</translation>
    </message>
    <message>
        <source>in the Internet Archive</source>
        <translation>互联网档案馆</translation>
    </message>
    <message>
        <source>In the Internet Archive</source>
        <translation>互联网档案馆</translation>
    </message>
    <message>
        <source>Picture from %1</source>
        <translation>来自 %1 的图片</translation>
    </message>
    <message>
        <source>This is known from before; nobody was asked again.</source>
        <translation>这是先前得知的，没有再次请求。</translation>
    </message>
    <message>
        <source>Tried: %1</source>
        <extracomment>%1 is a list of ways in which a server was asked: &quot;plainly · as from weibo.com&quot;</extracomment>
        <translation>已尝试：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a way in which a server was asked, %2 a sentence</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>It has not been fetched, as you chose to fetch no pictures.</source>
        <translation>未下载：您已选择不下载图片。</translation>
    </message>
    <message>
        <source>The server sends another picture in its place.</source>
        <translation>服务器返回的是另一张替代图片。</translation>
    </message>
    <message>
        <source>The server sent a single dot in place of the picture.</source>
        <translation>服务器只返回了一个像素，而不是图片。</translation>
    </message>
    <message>
        <source>Preferences, Pictures: fetch them after all.</source>
        <translation>如需下载，请到“首选项 ▸ 图片”更改。</translation>
    </message>
    <message>
        <source>With it, the pictures of this article would take more memory than one page may have.</source>
        <translation>加上这张，本文的图片会超出单个页面可用的内存。</translation>
    </message>
</context>
<context>
    <name>FetchReport</name>
    <message>
        <source>Pictures That Did Not Come</source>
        <translation>未能取得的图片</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Servers whose pictures did not come, and why</source>
        <translation>未能取得图片的服务器及原因</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Ask the servers once more</source>
        <translation>再次向服务器请求</translation>
    </message>
</context>
<context>
    <name>FetchStatus</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>How far the pictures are fetched</source>
        <translation>图片下载进度</translation>
    </message>
    <message>
        <source>Put this away</source>
        <translation>收起此提示</translation>
    </message>
</context>
<context>
    <name>FetchTexts</name>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>The network is switched off.</source>
        <translation>当前为脱机状态。</translation>
    </message>
    <message>
        <source>Pictures cannot be kept on disk.</source>
        <translation>图片无法保存到磁盘。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more server(s)</source>
        <translation>
            <numerusform>另外 %Ln 个服务器</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the names of servers.</extracomment>
        <translation>、</translation>
    </message>
    <message>
        <source>These articles have no pictures to fetch.</source>
        <translation>这些文章没有要下载的图片。</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln picture(s) are here.</source>
        <translation>
            <numerusform>%Ln 张图片已全部取得。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln picture(s) are here.</source>
        <translation>
            <numerusform>%Ln 张图片中已取得 %1 张。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed: %1.</source>
        <extracomment>%1 is a list of servers</extracomment>
        <translation>
            <numerusform>%Ln 张失败：%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetching pictures again: %1</source>
        <translation>正在重新下载图片：%1</translation>
    </message>
    <message>
        <source>Fetching pictures: %1 of %2 articles, %3</source>
        <translation>正在下载图片：第 %1 篇，共 %2 篇，%3</translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <extracomment>%1 is &quot;812 pictures&quot;, %2 a number of others</extracomment>
        <translation>%1，%2 张失败</translation>
    </message>
    <message>
        <source>Stopped, as you chose to fetch no pictures.</source>
        <translation>已停止：您已选择不下载图片。</translation>
    </message>
    <message>
        <source>Paused: %1</source>
        <translation>已暂停：%1</translation>
    </message>
    <message>
        <source>Paused: %1 of %2 articles, %3</source>
        <translation>已暂停：第 %1 篇，共 %2 篇，%3</translation>
    </message>
    <message>
        <source>More would drive out stored pictures. Preferences say how much room they may take.</source>
        <translation>再获取会挤掉已存的图片；可在首选项中设置上限。</translation>
    </message>
</context>
<context>
    <name>FileManager</name>
    <message>
        <source>No program took the folder “%1”.</source>
        <translation>没有程序可以打开文件夹“%1”。</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the article</source>
        <translation>在文章中查找</translation>
    </message>
    <message>
        <source>Text to find</source>
        <translation>要查找的文字</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the find bar (Esc)</source>
        <translation>关闭查找栏（Esc）</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
    <message>
        <source>Find the previous place</source>
        <translation>查找上一处</translation>
    </message>
    <message>
        <source>Find the next place</source>
        <translation>查找下一处</translation>
    </message>
</context>
<context>
    <name>FixedKeys</name>
    <message>
        <source>Out of the Article</source>
        <translation>离开文章</translation>
    </message>
    <message>
        <source>From the article to the list</source>
        <translation>从文章回到列表</translation>
    </message>
    <message>
        <source>From Link to Link</source>
        <translation>在链接间移动</translation>
    </message>
    <message>
        <source>Through the links and pictures of the article, and out of it</source>
        <translation>依次经过文章中的链接和图片，然后离开文章</translation>
    </message>
    <message>
        <source>Follow, Enlarge</source>
        <translation>打开链接、放大图片</translation>
    </message>
    <message>
        <source>Follow the link, or enlarge the picture, that has the focus</source>
        <translation>打开有焦点的链接，或放大有焦点的图片</translation>
    </message>
    <message>
        <source>Next Place, Previous Place</source>
        <translation>下一处、上一处</translation>
    </message>
    <message>
        <source>While typing what is to be found</source>
        <translation>输入查找内容时</translation>
    </message>
    <message>
        <source>Out of the Search</source>
        <translation>离开查找</translation>
    </message>
    <message>
        <source>From what is to be found to the article</source>
        <translation>从查找栏回到文章</translation>
    </message>
    <message>
        <source>Fixed Keys</source>
        <translation>固定快捷键</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>What is selected in the article, or the path of a line of the archive report</source>
        <translation>复制文章中选中的文字，或文集报告中所选行的路径</translation>
    </message>
</context>
<context>
    <name>FocusSpeech</name>
    <message>
        <source>expanded</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>已折叠</translation>
    </message>
</context>
<context>
    <name>FontChooser</name>
    <message>
        <source>Usual</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>%1 (not installed)</source>
        <translation>%1（未安装）</translation>
    </message>
</context>
<context>
    <name>FontPreview</name>
    <message>
        <source>A page to read: 一页好读的文字，三百六十五天。</source>
        <extracomment>A line that shows how text looks in the fonts that were chosen: Latin letters and Chinese characters.</extracomment>
        <translation>一页好读的文字，三百六十五天。A page to read, 1234.</translation>
    </message>
    <message>
        <source>How the chosen fonts look</source>
        <translation>所选字体的效果</translation>
    </message>
</context>
<context>
    <name>HintOverlay</name>
    <message>
        <source>Link hints</source>
        <translation>链接提示</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is letters to type, %2 the text of a link</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>; </source>
        <extracomment>Between the parts of a list that is read aloud.</extracomment>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Reading History</source>
        <translation>阅读历史</translation>
    </message>
    <message>
        <source>Search titles, authors and categories</source>
        <translation>搜索标题、作者和分类</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Articles that were read, by day</source>
        <translation>按日期排列的已读文章</translation>
    </message>
    <message>
        <source>Nothing was read in this archive yet.</source>
        <translation>此文集中还没有读过的文章。</translation>
    </message>
    <message>
        <source>Nothing that was read has “%1” in it.</source>
        <translation>读过的文章中没有“%1”。</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the parts of a row that is read aloud.</extracomment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>HostRulesDialog</name>
    <message>
        <source>Picture Servers</source>
        <translation>图片服务器</translation>
    </message>
    <message>
        <source>Rules for picture servers</source>
        <translation>图片服务器规则</translation>
    </message>
    <message>
        <source>Rules that Lectern knows</source>
        <translation>Lectern 自带的规则</translation>
    </message>
    <message>
        <source>Your rules come before those that Lectern knows:</source>
        <translation>您的规则优先于 Lectern 自带的规则：</translation>
    </message>
    <message>
        <source>No rule stands in line %1.</source>
        <extracomment>%1 is a list of numbers</extracomment>
        <translation>第 %1 行不是规则。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2</source>
        <translation>无法写入“%1”：%2</translation>
    </message>
    <message>
        <source>Some servers give their pictures only to those who come from the right site. One rule a line: the end of the server&apos;s name, a space, and the address to name as the site; or “sha256:” and the SHA-256 of a picture that the server sends in place of others. What follows a # is a comment.</source>
        <translation>有些服务器只向来自特定网站的访问提供图片。每行一条规则：服务器名称的结尾、空格、要注明的网站地址；或者“sha256:”加上服务器用来顶替其他图片的那张图片的 SHA-256 值。# 之后为注释。</translation>
    </message>
    <message>
        <source>One rule a line</source>
        <translation>每行一条规则</translation>
    </message>
    <message>
        <source>They cannot be changed here</source>
        <translation>此处不可修改</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>&amp;Take It Over</source>
        <translation>改用于此命令(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Usual Keys</source>
        <translation>恢复默认(&amp;U)</translation>
    </message>
    <message>
        <source>Give the command the keys that it has in this preset</source>
        <translation>恢复此命令在当前方案中的快捷键</translation>
    </message>
    <message>
        <source>&amp;New key:</source>
        <translation>新快捷键(&amp;N)：</translation>
    </message>
    <message>
        <source>Choose a command above to change its keys.</source>
        <translation>请在上面选择要修改快捷键的命令。</translation>
    </message>
    <message>
        <source>It has no key.</source>
        <translation>此命令没有快捷键。</translation>
    </message>
    <message>
        <source>Take %1 off this command</source>
        <translation>从此命令移除 %1</translation>
    </message>
    <message>
        <source>Tab, Enter and Esc keep their meaning.</source>
        <translation>Tab、Enter 和 Esc 的用途不能更改。</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”.</source>
        <translation>%1 已用于“%2”。</translation>
    </message>
    <message>
        <source>Press it in the field, also several keys one after the other.</source>
        <translation>在框中按下新的快捷键，也可以依次按多个键。</translation>
    </message>
    <message>
        <source>Press the keys that the command shall have</source>
        <translation>按下要分配给此命令的快捷键</translation>
    </message>
    <message>
        <source>This key stays: Tab, Enter and Esc keep their meaning.</source>
        <translation>此键不能移除：Tab、Enter 和 Esc 的用途不能更改。</translation>
    </message>
</context>
<context>
    <name>KeyScheme</name>
    <message>
        <source>This is no file of Lectern’s keys.</source>
        <translation>这不是 Lectern 的快捷键文件。</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Search the commands and keys</source>
        <translation>搜索命令和快捷键</translation>
    </message>
</context>
<context>
    <name>LateClosing</name>
    <message>
        <source>The window is still open because the article is still being saved. Stop the saving to close without it.</source>
        <translation>文章仍在保存，所以窗口还开着。若要不保存就关闭，请停止保存。</translation>
    </message>
</context>
<context>
    <name>LinkHints</name>
    <message>
        <source>There is no link to be seen here.</source>
        <translation>当前画面中没有链接。</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
    <message>
        <source>This leads to a place in Lectern; it has no address to copy.</source>
        <translation>这里指向 Lectern 内部，没有可复制的网址。</translation>
    </message>
</context>
<context>
    <name>LinkOpener</name>
    <message>
        <source>Lectern opens only web and mail addresses, not “%1”.</source>
        <translation>Lectern 只打开网页和邮件地址，不支持“%1”。</translation>
    </message>
    <message>
        <source>Open this address?</source>
        <translation>要打开这个地址吗？</translation>
    </message>
    <message>
        <source>The link leads to:

%1</source>
        <translation>该链接指向：

%1</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>No program took the address %1. Copy it into a browser, or choose one in the settings of the desktop.</source>
        <translation>没有程序接手地址 %1。可以把它复制到浏览器中打开，或在桌面设置中选择默认浏览器。</translation>
    </message>
</context>
<context>
    <name>ListChooser</name>
    <message>
        <source>Reading the folder…</source>
        <translation>正在读取文件夹…</translation>
    </message>
    <message>
        <source>Everything is read.</source>
        <translation>全部都已读过。</translation>
    </message>
    <message>
        <source>No article of this archive has a date.</source>
        <translation>这个文集里的文章都没有日期。</translation>
    </message>
    <message>
        <source>Nothing was read here yet.</source>
        <translation>还没有读过任何文章。</translation>
    </message>
    <message>
        <source>Everything here is read, and what is read is hidden.</source>
        <translation>这里的文章都已读过，而已读文章已设为隐藏。</translation>
    </message>
    <message>
        <source>There is no article in this category.</source>
        <translation>这个分类里没有文章。</translation>
    </message>
    <message>
        <source>There is no further unread article in this list.</source>
        <translation>此列表中没有更多未读文章。</translation>
    </message>
    <message>
        <source>No article has a star yet. %1 puts one on.</source>
        <translation>还没有加星标的文章。用 %1 即可加星标。</translation>
    </message>
</context>
<context>
    <name>ListHeading</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln 篇文章</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>文章(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>主题(&amp;H)</translation>
    </message>
    <message>
        <source>T&amp;ype</source>
        <translation>字体(&amp;Y)</translation>
    </message>
    <message>
        <source>S&amp;ort the List</source>
        <translation>列表排序(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Fetch Pictures</source>
        <translation>下载图片(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Tool Bar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>&amp;Open Folder…</source>
        <translation>打开文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a folder of articles</source>
        <translation>打开一个文章文件夹</translation>
    </message>
    <message>
        <source>Open the Sa&amp;mple Archive</source>
        <translation>打开示例文集(&amp;M)</translation>
    </message>
    <message>
        <source>Open the articles that come with Lectern</source>
        <translation>打开 Lectern 自带的文章</translation>
    </message>
    <message>
        <source>&amp;Clear This List</source>
        <translation>清除列表(&amp;C)</translation>
    </message>
    <message>
        <source>Forget the folders opened before</source>
        <translation>清除打开过的文件夹记录</translation>
    </message>
    <message>
        <source>Read the Folder &amp;Again</source>
        <translation>重新读取文件夹(&amp;A)</translation>
    </message>
    <message>
        <source>Look for new, changed and removed articles</source>
        <translation>检查新增、修改和删除的文章</translation>
    </message>
    <message>
        <source>&amp;Save Article As…</source>
        <translation>文章另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>Print the article</source>
        <translation>打印文章</translation>
    </message>
    <message>
        <source>Work O&amp;ffline</source>
        <translation>脱机工作(&amp;F)</translation>
    </message>
    <message>
        <source>Ask nothing of the network: show stored pictures only</source>
        <translation>不访问网络，只显示已保存的图片</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Leave Lectern</source>
        <translation>退出 Lectern</translation>
    </message>
    <message>
        <source>Page &amp;Down</source>
        <translation>向下翻页(&amp;D)</translation>
    </message>
    <message>
        <source>Read on; at the end, open the next unread article</source>
        <translation>向下阅读；到结尾时打开下一篇未读文章</translation>
    </message>
    <message>
        <source>Page &amp;Up</source>
        <translation>向上翻页(&amp;U)</translation>
    </message>
    <message>
        <source>Read back; at the start, open the previous unread article</source>
        <translation>向上阅读；到开头时打开上一篇未读文章</translation>
    </message>
    <message>
        <source>&amp;Next Article</source>
        <translation>下一篇(&amp;N)</translation>
    </message>
    <message>
        <source>Open the next article of the list</source>
        <translation>打开列表中的下一篇文章</translation>
    </message>
    <message>
        <source>&amp;Previous Article</source>
        <translation>上一篇(&amp;P)</translation>
    </message>
    <message>
        <source>Open the previous article of the list</source>
        <translation>打开列表中的上一篇文章</translation>
    </message>
    <message>
        <source>Ne&amp;xt Unread Article</source>
        <translation>下一篇未读(&amp;X)</translation>
    </message>
    <message>
        <source>P&amp;revious Unread Article</source>
        <translation>上一篇未读(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;First Article</source>
        <translation>第一篇(&amp;F)</translation>
    </message>
    <message>
        <source>Open the first article of the list</source>
        <translation>打开列表中的第一篇文章</translation>
    </message>
    <message>
        <source>&amp;Last Article</source>
        <translation>最后一篇(&amp;L)</translation>
    </message>
    <message>
        <source>Open the last article of the list</source>
        <translation>打开列表中的最后一篇文章</translation>
    </message>
    <message>
        <source>Next &amp;Category</source>
        <translation>下一个分类(&amp;C)</translation>
    </message>
    <message>
        <source>Show the next category of the tree</source>
        <translation>显示分类树中的下一个分类</translation>
    </message>
    <message>
        <source>Pr&amp;evious Category</source>
        <translation>上一个分类(&amp;E)</translation>
    </message>
    <message>
        <source>Show the previous category of the tree</source>
        <translation>显示分类树中的上一个分类</translation>
    </message>
    <message>
        <source>Pane to the Ri&amp;ght</source>
        <translation>右侧窗格(&amp;G)</translation>
    </message>
    <message>
        <source>Move from the tree to the list, and from the list to the article</source>
        <translation>从分类树移到列表，再从列表移到文章</translation>
    </message>
    <message>
        <source>Pane &amp;to the Left</source>
        <translation>左侧窗格(&amp;T)</translation>
    </message>
    <message>
        <source>Move from the article to the list, and from the list to the tree</source>
        <translation>从文章移到列表，再从列表移到分类树</translation>
    </message>
    <message>
        <source>&amp;Into the Article</source>
        <translation>进入文章(&amp;I)</translation>
    </message>
    <message>
        <source>Move into the article</source>
        <translation>把焦点移到文章</translation>
    </message>
    <message>
        <source>&amp;Find in the Article…</source>
        <translation>在文章中查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Find text in the article</source>
        <translation>在文章中查找文字</translation>
    </message>
    <message>
        <source>Find Ne&amp;xt</source>
        <translation>查找下一处(&amp;X)</translation>
    </message>
    <message>
        <source>Find the next place</source>
        <translation>查找下一处</translation>
    </message>
    <message>
        <source>Find the previous place</source>
        <translation>查找上一处</translation>
    </message>
    <message>
        <source>Open the &amp;Original</source>
        <translation>打开原文(&amp;O)</translation>
    </message>
    <message>
        <source>Open the article&apos;s own address in the browser</source>
        <translation>在浏览器中打开文章的原始地址</translation>
    </message>
    <message>
        <source>Copy the &amp;Address</source>
        <translation>复制地址(&amp;A)</translation>
    </message>
    <message>
        <source>Copy the article&apos;s own address</source>
        <translation>复制文章的原始地址</translation>
    </message>
    <message>
        <source>&amp;View the Pictures</source>
        <translation>查看图片(&amp;V)</translation>
    </message>
    <message>
        <source>View the first picture on the screen, large, and then the others</source>
        <translation>放大查看屏幕上的第一张图片，然后是其余各张</translation>
    </message>
    <message>
        <source>Fetch the &amp;Pictures Again</source>
        <translation>重新下载图片(&amp;P)</translation>
    </message>
    <message>
        <source>Try once more to fetch the pictures that are missing</source>
        <translation>再次尝试下载缺失的图片</translation>
    </message>
    <message>
        <source>Of the &amp;Selected Articles</source>
        <translation>选中的文章(&amp;S)</translation>
    </message>
    <message>
        <source>Fetch the pictures of the selected articles, for later</source>
        <translation>预先下载选中文章的图片</translation>
    </message>
    <message>
        <source>Of the Whole &amp;List…</source>
        <translation>整个列表(&amp;L)…</translation>
    </message>
    <message>
        <source>Fetch the pictures of all articles of this list, for later</source>
        <translation>预先下载此列表中所有文章的图片</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>暂停(&amp;U)</translation>
    </message>
    <message>
        <source>Pause the fetching of pictures, or go on with it</source>
        <translation>暂停或继续下载图片</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Stop fetching pictures; those that came stay</source>
        <translation>停止下载图片；已取得的会保留</translation>
    </message>
    <message>
        <source>&amp;What Failed…</source>
        <translation>失败情况(&amp;W)…</translation>
    </message>
    <message>
        <source>Which servers&apos; pictures did not come, and why</source>
        <translation>哪些服务器的图片未能取得，以及原因</translation>
    </message>
    <message>
        <source>E&amp;xport Stored Pictures…</source>
        <translation>导出已保存的图片(&amp;X)…</translation>
    </message>
    <message>
        <source>Copy all stored pictures into a folder</source>
        <translation>把所有已保存的图片复制到一个文件夹</translation>
    </message>
    <message>
        <source>Picture Ser&amp;vers…</source>
        <translation>图片服务器(&amp;V)…</translation>
    </message>
    <message>
        <source>Say which servers want which site named before they give their pictures</source>
        <translation>指定哪些服务器要求注明来源网站才提供图片</translation>
    </message>
    <message>
        <source>Mark as &amp;Read</source>
        <translation>标为已读(&amp;R)</translation>
    </message>
    <message>
        <source>Mark the article as read</source>
        <translation>把文章标为已读</translation>
    </message>
    <message>
        <source>Mark as &amp;Unread</source>
        <translation>标为未读(&amp;U)</translation>
    </message>
    <message>
        <source>Mark the article as unread</source>
        <translation>把文章标为未读</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>星标(&amp;S)</translation>
    </message>
    <message>
        <source>Put a star on the article, or take it off</source>
        <translation>为文章添加或取消星标</translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>Larger text in the article</source>
        <translation>放大文章的文字</translation>
    </message>
    <message>
        <source>&amp;Smaller Text</source>
        <translation>缩小文字(&amp;S)</translation>
    </message>
    <message>
        <source>Smaller text in the article</source>
        <translation>缩小文章的文字</translation>
    </message>
    <message>
        <source>&amp;Usual Text Size</source>
        <translation>默认文字大小(&amp;U)</translation>
    </message>
    <message>
        <source>The usual text size</source>
        <translation>恢复默认文字大小</translation>
    </message>
    <message>
        <source>&amp;Next Theme</source>
        <translation>切换主题(&amp;N)</translation>
    </message>
    <message>
        <source>Change between light, dark and sepia</source>
        <translation>在浅色、深色和米黄之间切换</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Dark text on light paper</source>
        <translation>浅底深字</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Light text on a dark ground</source>
        <translation>深底浅字</translation>
    </message>
    <message>
        <source>&amp;Sepia</source>
        <translation>米黄(&amp;S)</translation>
    </message>
    <message>
        <source>Brown text on cream paper</source>
        <translation>米黄底棕字</translation>
    </message>
    <message>
        <source>&amp;Serif Type</source>
        <translation>宋体(&amp;S)</translation>
    </message>
    <message>
        <source>Set the article in serif type</source>
        <translation>用衬线字体（宋体）显示文章</translation>
    </message>
    <message>
        <source>S&amp;ans-serif Type</source>
        <translation>黑体(&amp;A)</translation>
    </message>
    <message>
        <source>Set the article in sans-serif type</source>
        <translation>用无衬线字体（黑体）显示文章</translation>
    </message>
    <message>
        <source>By &amp;Date</source>
        <translation>按日期(&amp;D)</translation>
    </message>
    <message>
        <source>Sort the list by date</source>
        <translation>按日期排列列表</translation>
    </message>
    <message>
        <source>By &amp;Title</source>
        <translation>按标题(&amp;T)</translation>
    </message>
    <message>
        <source>Sort the list by title</source>
        <translation>按标题排列列表</translation>
    </message>
    <message>
        <source>By &amp;Author</source>
        <translation>按作者(&amp;A)</translation>
    </message>
    <message>
        <source>Sort the list by author</source>
        <translation>按作者排列列表</translation>
    </message>
    <message>
        <source>&amp;Reversed Order</source>
        <translation>倒序(&amp;R)</translation>
    </message>
    <message>
        <source>Turn the order of the list round</source>
        <translation>颠倒列表的顺序</translation>
    </message>
    <message>
        <source>Category &amp;Tree</source>
        <translation>分类树(&amp;T)</translation>
    </message>
    <message>
        <source>Show or hide the category tree</source>
        <translation>显示或隐藏分类树</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>全屏显示</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Show what every key does</source>
        <translation>显示所有快捷键及其作用</translation>
    </message>
    <message>
        <source>&amp;About Lectern</source>
        <translation>关于 Lectern(&amp;A)</translation>
    </message>
    <message>
        <source>What this program is</source>
        <translation>关于本程序</translation>
    </message>
    <message>
        <source>There is no further article here.</source>
        <translation>后面没有文章了。</translation>
    </message>
    <message>
        <source>This is where the list begins.</source>
        <translation>已经是列表的开头。</translation>
    </message>
    <message>
        <source>Open a Folder of Articles</source>
        <translation>打开文章文件夹</translation>
    </message>
    <message>
        <source>%1 – Lectern</source>
        <translation>%1 – Lectern</translation>
    </message>
    <message>
        <source>Save the article as a PDF document</source>
        <translation>把文章保存为 PDF 文档</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>Archive &amp;Report…</source>
        <translation>文集报告(&amp;R)…</translation>
    </message>
    <message>
        <source>Show what had to be mended, what is missing, and what is there twice</source>
        <translation>显示修补过、缺失和重复的内容</translation>
    </message>
    <message>
        <source>Mark as Read &amp;When Shown</source>
        <translation>打开时标为已读(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>Go back to the article that was open before</source>
        <translation>回到之前打开的文章</translation>
    </message>
    <message>
        <source>F&amp;orward</source>
        <translation>前进(&amp;O)</translation>
    </message>
    <message>
        <source>Go forward to the article that was left by going back</source>
        <translation>前进到后退之前的文章</translation>
    </message>
    <message>
        <source>Mark from &amp;Here Down as Read</source>
        <translation>将此处及以下标为已读(&amp;H)</translation>
    </message>
    <message>
        <source>Mark this article and everything below it in the list as read</source>
        <translation>将这篇文章及列表中它以下的全部标为已读</translation>
    </message>
    <message>
        <source>Mark What Is O&amp;lder as Read</source>
        <translation>将更早的标为已读(&amp;L)</translation>
    </message>
    <message>
        <source>Mark everything in this category that is older than this article as read</source>
        <translation>将此分类中早于这篇文章的全部标为已读</translation>
    </message>
    <message>
        <source>Mark the Whole List as Rea&amp;d</source>
        <translation>将整个列表标为已读(&amp;D)</translation>
    </message>
    <message>
        <source>Mark everything in this list as read</source>
        <translation>将此列表中的全部文章标为已读</translation>
    </message>
    <message>
        <source>&amp;Take Back the Marking</source>
        <translation>撤销标记(&amp;T)</translation>
    </message>
    <message>
        <source>Take back the last marking, also of another day</source>
        <translation>撤销上一次标记，也包括以前所做的</translation>
    </message>
    <message>
        <source>Mar&amp;k Again</source>
        <translation>重做标记(&amp;K)</translation>
    </message>
    <message>
        <source>Do the marking again that was taken back</source>
        <translation>重做刚撤销的标记</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>To &amp;View</source>
        <translation>转到视图(&amp;V)</translation>
    </message>
    <message>
        <source>Open the next unread article, also of another category</source>
        <translation>打开下一篇未读文章，包括其他分类中的</translation>
    </message>
    <message>
        <source>Open the previous unread article, also of another category</source>
        <translation>打开上一篇未读文章，包括其他分类中的</translation>
    </message>
    <message>
        <source>&amp;All Articles</source>
        <translation>全部文章(&amp;A)</translation>
    </message>
    <message>
        <source>Show the whole archive</source>
        <translation>显示整个文集</translation>
    </message>
    <message>
        <source>&amp;Unread</source>
        <translation>未读(&amp;U)</translation>
    </message>
    <message>
        <source>Show what is unread in the whole archive</source>
        <translation>显示整个文集中的未读文章</translation>
    </message>
    <message>
        <source>&amp;Starred</source>
        <translation>星标(&amp;S)</translation>
    </message>
    <message>
        <source>Show what has a star</source>
        <translation>显示加了星标的文章</translation>
    </message>
    <message>
        <source>&amp;Newest Day</source>
        <translation>最新一天(&amp;N)</translation>
    </message>
    <message>
        <source>Show the articles of the newest day in the archive</source>
        <translation>显示文集中最新一天的文章</translation>
    </message>
    <message>
        <source>&amp;Recently Read</source>
        <translation>最近阅读(&amp;R)</translation>
    </message>
    <message>
        <source>Show what was read last, by the day it was read</source>
        <translation>按阅读日期显示最近读过的文章</translation>
    </message>
    <message>
        <source>Hide &amp;What Is Read</source>
        <translation>隐藏已读文章(&amp;W)</translation>
    </message>
    <message>
        <source>Leave out what is read when a category is shown</source>
        <translation>显示分类时略去已读文章</translation>
    </message>
    <message>
        <source>Ask the Internet Arc&amp;hive</source>
        <translation>向互联网档案馆查询(&amp;H)</translation>
    </message>
    <message>
        <source>Ask archive.org for pictures that cannot be had elsewhere; it learns their addresses</source>
        <translation>别处取不到的图片，向 archive.org 查询；对方会得知图片地址</translation>
    </message>
    <message>
        <source>P&amp;ictures</source>
        <translation>图片(&amp;I)</translation>
    </message>
    <message>
        <source>Fetch pictures that are not stored only when asked to</source>
        <translation>仅在您要求时下载未保存的图片</translation>
    </message>
    <message>
        <source>A&amp;lways Fetch in This Category</source>
        <translation>此分类始终下载(&amp;L)</translation>
    </message>
    <message>
        <source>Fetch the pictures of this category without asking</source>
        <translation>不再询问，直接下载此分类的图片</translation>
    </message>
    <message>
        <source>&amp;Delete Stored Pictures…</source>
        <translation>删除已保存的图片(&amp;D)…</translation>
    </message>
    <message>
        <source>Say how many pictures are stored, and delete them</source>
        <translation>查看已保存多少图片，并可将其删除</translation>
    </message>
    <message>
        <source>Reading &amp;History…</source>
        <translation>阅读历史(&amp;H)…</translation>
    </message>
    <message>
        <source>Look up what was read, day by day, and open it again</source>
        <translation>按日期查找读过的文章，并重新打开</translation>
    </message>
    <message>
        <source>Recently &amp;Marked…</source>
        <translation>最近的标记(&amp;M)…</translation>
    </message>
    <message>
        <source>Look through what was marked, and take any of it back</source>
        <translation>查看最近的标记，并可撤销其中任意一项</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>Choose how Lectern looks, reads, fetches and marks</source>
        <translation>设置 Lectern 的外观、阅读、图片和标记</translation>
    </message>
    <message>
        <source>Read or U&amp;nread</source>
        <translation>切换已读/未读(&amp;N)</translation>
    </message>
    <message>
        <source>Mark the article as read, or as unread where it is read</source>
        <translation>把文章标为已读；已读的则标为未读</translation>
    </message>
    <message>
        <source>&amp;Commands by Name…</source>
        <translation>按名称查找命令(&amp;C)…</translation>
    </message>
    <message>
        <source>Find a command, a category or a recent folder by its name</source>
        <translation>按名称查找命令、分类或最近打开的文件夹</translation>
    </message>
    <message>
        <source>Find Pr&amp;evious</source>
        <translation>查找上一处(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Go to a Link</source>
        <translation>打开链接(&amp;G)</translation>
    </message>
    <message>
        <source>Show letters on links and pictures: type them to follow one, with Shift to copy its address</source>
        <translation>在链接和图片上显示字母：键入字母即可打开，按住 Shift 则复制网址</translation>
    </message>
    <message>
        <source>&amp;As the System</source>
        <translation>跟随系统(&amp;A)</translation>
    </message>
    <message>
        <source>Light or dark as the desktop is</source>
        <translation>随系统使用浅色或深色</translation>
    </message>
    <message>
        <source>Leave what serves to follow you (utm_source, fbclid and the like) in the links of articles</source>
        <translation>保留文章链接中用于跟踪您的参数（utm_source、fbclid 等）</translation>
    </message>
    <message>
        <source>&amp;Marks</source>
        <translation>标记(&amp;M)</translation>
    </message>
    <message>
        <source>Go back from a list of the archive report to the category</source>
        <translation>从文集报告的列表回到分类</translation>
    </message>
    <message>
        <source>Keep Trac&amp;kers in Links</source>
        <translation>保留链接中的跟踪参数(&amp;K)</translation>
    </message>
    <message>
        <source>Le&amp;ave This List</source>
        <translation>离开此列表(&amp;A)</translation>
    </message>
    <message>
        <source>The picture was saved as “%1”.</source>
        <translation>图片已保存为“%1”。</translation>
    </message>
    <message>
        <source>Choose Another…</source>
        <translation>另选文件夹…</translation>
    </message>
    <message>
        <source>Fetch &amp;When Asked</source>
        <translation>先询问再下载(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Fetch Always</source>
        <translation>始终下载(&amp;F)</translation>
    </message>
    <message>
        <source>Fetch pictures that are not stored as soon as their article is shown</source>
        <translation>显示文章时立即下载未保存的图片</translation>
    </message>
    <message>
        <source>&amp;Never Fetch</source>
        <translation>从不下载(&amp;N)</translation>
    </message>
    <message>
        <source>Show stored pictures only, also where the network is there</source>
        <translation>即使有网络，也只显示已保存的图片</translation>
    </message>
    <message>
        <source>Copy Address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>The address was copied.</source>
        <translation>已复制地址。</translation>
    </message>
    <message>
        <source>Stop the long work that the status bar shows; of several, what was begun last</source>
        <translation>停止状态栏中显示的任务；有多项时先停止最后开始的一项</translation>
    </message>
</context>
<context>
    <name>MarkCommands</name>
    <message numerus="yes">
        <source>Marking %Ln article(s)…</source>
        <translation>
            <numerusform>正在标记 %Ln 篇文章…</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”: articles without a date marked as read</source>
        <translation>“%1”中没有日期的文章标为已读</translation>
    </message>
    <message>
        <source>“%1” from %2 on marked as read</source>
        <translation>“%1”中自 %2 起的文章标为已读</translation>
    </message>
    <message>
        <source>“%1” up to %2 marked as read</source>
        <translation>“%1”中截至 %2 的文章标为已读</translation>
    </message>
    <message>
        <source>There is no marking to take back or do again.</source>
        <translation>没有可撤销或重做的标记。</translation>
    </message>
    <message>
        <source>&amp;At Once</source>
        <translation>立即(&amp;A)</translation>
    </message>
    <message>
        <source>Mark an article as read as soon as it is shown</source>
        <translation>文章一打开就标为已读</translation>
    </message>
    <message>
        <source>After One &amp;Second</source>
        <translation>一秒后(&amp;S)</translation>
    </message>
    <message>
        <source>Mark an article as read when it has been on screen for a second</source>
        <translation>文章显示满一秒后标为已读</translation>
    </message>
    <message>
        <source>Only by &amp;Key</source>
        <translation>仅手动标记(&amp;K)</translation>
    </message>
    <message>
        <source>Never mark an article as read by itself</source>
        <translation>从不自动将文章标为已读</translation>
    </message>
    <message>
        <source>Taken back: %1.</source>
        <translation>已撤销：%1。</translation>
    </message>
    <message>
        <source>Done again: %1.</source>
        <translation>已重做：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) marked as read</source>
        <translation>
            <numerusform>将 %Ln 篇文章标为已读</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) marked as unread</source>
        <translation>
            <numerusform>将 %Ln 篇文章标为未读</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>a star on %Ln article(s)</source>
        <translation>
            <numerusform>为 %Ln 篇文章加星标</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) without a star</source>
        <translation>
            <numerusform>为 %Ln 篇文章取消星标</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything in this list is read. %1 takes it back.</source>
        <translation>此列表已全部标为已读。用 %1 可撤销。</translation>
    </message>
    <message>
        <source>%1. %2 takes it back.</source>
        <translation>%1。用 %2 可撤销。</translation>
    </message>
    <message>
        <source>Everything from here down is read. %1 takes it back.</source>
        <translation>此处及以下已全部标为已读。用 %1 可撤销。</translation>
    </message>
    <message>
        <source>Everything older than this article is read. %1 takes it back.</source>
        <translation>早于这篇文章的已全部标为已读。用 %1 可撤销。</translation>
    </message>
    <message>
        <source>Marking was stopped. %1 takes back what was marked.</source>
        <translation>标记已停止。用 %1 可撤销已做的标记。</translation>
    </message>
    <message numerus="yes">
        <source>Taking back the marks of %Ln article(s)…</source>
        <translation>
            <numerusform>正在撤销 %Ln 篇文章的标记…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marking %Ln article(s) again…</source>
        <translation>
            <numerusform>正在重新标记 %Ln 篇文章…</numerusform>
        </translation>
    </message>
    <message>
        <source>Taking back was stopped. %1 takes back the rest.</source>
        <translation>撤销已停止。用 %1 可撤销其余部分。</translation>
    </message>
    <message>
        <source>Doing it again was stopped. %1 does the rest.</source>
        <translation>重做已停止。用 %1 可重做其余部分。</translation>
    </message>
</context>
<context>
    <name>MarkSharing</name>
    <message numerus="yes">
        <source>Shared with %Ln other machine(s); last looked at %1.</source>
        <translation>
            <numerusform>正与另外 %Ln 台电脑同步；上次检查时间：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>The shared marks in %1 cannot be read; a newer Lectern may have written them.</source>
        <translation>无法读取 %1 中的同步标记；它可能由较新版本的 Lectern 写成。</translation>
    </message>
    <message>
        <source>The marks cannot be shared by way of “%1”: %2. They are kept here, and shared once that works.</source>
        <translation>无法通过“%1”同步标记：%2。标记保存在本机，恢复后会继续同步。</translation>
    </message>
</context>
<context>
    <name>MarkSharingPage</name>
    <message>
        <source>Between machines</source>
        <translation>多台电脑之间</translation>
    </message>
    <message>
        <source>Choose the &amp;Folder…</source>
        <translation>选择文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>S&amp;top Sharing</source>
        <translation>停止同步(&amp;T)</translation>
    </message>
    <message>
        <source>A folder that Syncthing, Nextcloud or a network drive carries to other machines can carry what you read and starred as well. Each machine writes a file of its own there, and reads those of the others; of two marks on one article the later counts.</source>
        <translation>由 Syncthing、Nextcloud 或网络硬盘同步到其他电脑的文件夹，也可以同步您的已读和星标。每台电脑在其中只写自己的文件，并读取其他电脑的文件；同一篇文章有两个标记时，以较晚的为准。</translation>
    </message>
    <message>
        <source>Folder That Other Machines See</source>
        <translation>其他电脑也能看到的文件夹</translation>
    </message>
    <message>
        <source>No folder is chosen.</source>
        <translation>尚未选择文件夹。</translation>
    </message>
    <message>
        <source>Keep what you read and starred in a folder that other machines see</source>
        <translation>将已读和星标存入其他电脑也能看到的文件夹</translation>
    </message>
    <message>
        <source>Keep what you read and star on this machine alone</source>
        <translation>已读和星标只留在这台电脑上</translation>
    </message>
</context>
<context>
    <name>MarkingsDialog</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Recently Marked</source>
        <translation>最近的标记</translation>
    </message>
    <message>
        <source>Marking</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What was marked, the last first</source>
        <translation>做过的标记，最近的在前</translation>
    </message>
    <message>
        <source>&amp;Do Again</source>
        <translation>重做(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Take Back</source>
        <translation>撤销(&amp;T)</translation>
    </message>
    <message>
        <source>Take the chosen marking back, or do it again</source>
        <translation>撤销或重做所选的标记</translation>
    </message>
</context>
<context>
    <name>MarksExchange</name>
    <message>
        <source>“%1” cannot be written: %2</source>
        <translation>无法写入“%1”：%2</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>无法读取“%1”：%2</translation>
    </message>
    <message>
        <source>“%1” holds no marks that this Lectern knows.</source>
        <translation>“%1”中没有此版本 Lectern 认识的标记。</translation>
    </message>
    <message>
        <source>The marks cannot be written: %1</source>
        <translation>无法写入标记：%1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) imported.</source>
        <translation>
            <numerusform>已导入 %Ln 篇文章的标记。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) could not be understood.</source>
        <translation>
            <numerusform>有 %Ln 行无法识别。</numerusform>
        </translation>
    </message>
    <message>
        <source>The marks cannot be opened: %1</source>
        <translation>无法打开标记：%1</translation>
    </message>
    <message>
        <source>The file of --export-marks has one JSON object a line, in UTF-8. The first is {&quot;lectern-marks&quot;:1}. An article is named by its “identity”, 16 hexadecimal digits, as in --list; “read”, “starred” and “position” (0 top, 1 end) each have a version, and of two the higher wins. A “horizon” marks everything of a category from one time to another as read. All times are milliseconds since 1970-01-01 UTC.</source>
        <translation>--export-marks 的文件每行一个 JSON 对象，编码为 UTF-8。首行为 {&quot;lectern-marks&quot;:1}。文章以“identity”（16 位十六进制数，同 --list）标识；“read”“starred”和“position”（0 为开头，1 为结尾）各有版本号，以较高者为准。“horizon”表示某分类中某段时间内的文章全部已读。所有时间均为自 1970-01-01 UTC 起的毫秒数。</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>PageMenu</name>
    <message>
        <source>&amp;Open Link</source>
        <translation>打开链接(&amp;O)</translation>
    </message>
    <message>
        <source>Copy &amp;Link</source>
        <translation>复制链接(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;View Picture</source>
        <translation>查看图片(&amp;V)</translation>
    </message>
    <message>
        <source>Copy Picture’s &amp;Address</source>
        <translation>复制图片地址(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Save Picture…</source>
        <translation>保存图片(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Why It Is Missing</source>
        <translation>为何缺失(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>This Is &amp;Not the Picture</source>
        <translation>这不是文章配图(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Show What Came</source>
        <translation>仍然显示(&amp;S)</translation>
    </message>
    <message>
        <source>Open the link in the browser</source>
        <translation>在浏览器中打开链接</translation>
    </message>
    <message>
        <source>Copy the link’s address</source>
        <translation>复制链接的地址</translation>
    </message>
    <message>
        <source>Copy the text that is selected</source>
        <translation>复制所选文字</translation>
    </message>
    <message>
        <source>Copy the picture’s address</source>
        <translation>复制图片的地址</translation>
    </message>
    <message>
        <source>Show the picture large</source>
        <translation>放大查看图片</translation>
    </message>
    <message>
        <source>Save the picture as a file</source>
        <translation>将图片保存为文件</translation>
    </message>
    <message>
        <source>Say that this only stands in for the picture</source>
        <translation>指出这不是文章的配图</translation>
    </message>
    <message>
        <source>Show what was tried to fetch it</source>
        <translation>查看下载时尝试过的方式</translation>
    </message>
    <message>
        <source>Try once more to fetch the pictures that are missing</source>
        <translation>再次尝试下载缺失的图片</translation>
    </message>
    <message>
        <source>Say that it is the picture after all</source>
        <translation>指出这就是文章的配图</translation>
    </message>
</context>
<context>
    <name>PageTexts</name>
    <message>
        <source>%1 (date is a guess)</source>
        <translation>%1（日期为推测）</translation>
    </message>
    <message>
        <source>This article&apos;s markup could not be shown safely: this is its text alone.</source>
        <translation>这篇文章的排版无法安全显示，以下只有文字。</translation>
    </message>
    <message>
        <source>The head of this file is damaged and was read line by line.</source>
        <translation>这个文件的头部信息有误，已逐行读取。</translation>
    </message>
    <message>
        <source>Some characters of this file could not be read.</source>
        <translation>这个文件中有些字符无法识别。</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <comment>reading time</comment>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Original:</source>
        <translation>原文：</translation>
    </message>
    <message>
        <source>This file cannot be read: %1</source>
        <translation>无法读取这个文件：%1</translation>
    </message>
    <message>
        <source>Video at %1</source>
        <translation>视频（%1）</translation>
    </message>
    <message>
        <source>Audio at %1</source>
        <translation>音频（%1）</translation>
    </message>
    <message>
        <source>Embedded page at %1</source>
        <translation>内嵌网页（%1）</translation>
    </message>
</context>
<context>
    <name>PaletteModel</name>
    <message>
        <source>not available now</source>
        <translation>当前不可用</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the parts of a row that is read aloud.</extracomment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>PaletteTool</name>
    <message>
        <source> › </source>
        <translation> › </translation>
    </message>
    <message>
        <source>Folder · %1</source>
        <translation>文件夹 · %1</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
</context>
<context>
    <name>PassStatus</name>
    <message>
        <source>How far the folder is read</source>
        <translation>文件夹的读取进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Reading the folder: %1 articles so far…</source>
        <translation>正在读取文件夹：已有 %1 篇文章…</translation>
    </message>
    <message>
        <source>Reading %1 of %2 articles…</source>
        <translation>正在读取第 %1 篇文章，共 %2 篇…</translation>
    </message>
    <message>
        <source>%1 · reading was stopped</source>
        <translation>%1 · 读取已停止</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln 篇文章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mended or unreadable</source>
        <translation>
            <numerusform>%Ln 篇经修补或无法读取</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · as last seen</source>
        <translation>%1 · 上次的内容</translation>
    </message>
    <message>
        <source>Stop reading the folder; what was read stays</source>
        <translation>停止读取文件夹，已读取的内容会保留</translation>
    </message>
</context>
<context>
    <name>PictureBar</name>
    <message>
        <source>Pictures that were not fetched</source>
        <translation>尚未下载的图片</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Always in This Category</source>
        <translation>此分类始终下载</translation>
    </message>
    <message>
        <source>Fetch the pictures of this category without asking</source>
        <translation>不再询问，直接下载此分类的图片</translation>
    </message>
    <message>
        <source>%1 from %2 not fetched</source>
        <extracomment>%1 is &quot;12 pictures&quot;, %2 is &quot;3 servers&quot;</extracomment>
        <translation>%2上的 %1尚未下载</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln 张图片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln server(s)</source>
        <translation>
            <numerusform>%Ln 个服务器</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetch the pictures of this article</source>
        <translation>下载这篇文章的图片</translation>
    </message>
</context>
<context>
    <name>PictureCommands</name>
    <message>
        <source>Pictures cannot be kept on disk: %1</source>
        <translation>无法把图片保存到磁盘：%1</translation>
    </message>
    <message>
        <source>Delete Stored Pictures</source>
        <translation>删除已保存的图片</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln stored picture(s), %1?</source>
        <translation>
            <numerusform>要删除已保存的 %Ln 张图片（%1）吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>They are fetched again when they are shown, as far as their servers still have them.</source>
        <translation>再次显示时会重新下载，但仅限服务器上仍然存在的图片。</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>No pictures are stored.</source>
        <translation>没有已保存的图片。</translation>
    </message>
</context>
<context>
    <name>PictureExport</name>
    <message>
        <source>Folder for the Stored Pictures</source>
        <translation>存放图片的文件夹</translation>
    </message>
    <message>
        <source>Copying pictures to “%1”…</source>
        <translation>正在把图片复制到“%1”…</translation>
    </message>
    <message>
        <source>No picture is stored yet.</source>
        <translation>还没有已保存的图片。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) copied.</source>
        <translation>
            <numerusform>已复制 %Ln 张图片。</numerusform>
        </translation>
    </message>
    <message>
        <source>Then it was stopped.</source>
        <translation>随后已停止。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged one(s) left out.</source>
        <translation>
            <numerusform>略过 %Ln 张损坏的图片。</numerusform>
        </translation>
    </message>
    <message>
        <source>The pictures cannot be copied: %1. Another folder may do.</source>
        <translation>图片无法复制：%1。可以换一个文件夹。</translation>
    </message>
</context>
<context>
    <name>PictureFetching</name>
    <message>
        <source>Fetch Pictures</source>
        <translation>下载图片</translation>
    </message>
    <message numerus="yes">
        <source>Fetch the pictures of %Ln article(s)?</source>
        <translation>
            <numerusform>要下载 %Ln 篇文章的图片吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>You can read meanwhile, pause it and stop it.</source>
        <translation>下载期间可以继续阅读，也可以随时暂停或停止。</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>下载(&amp;F)</translation>
    </message>
</context>
<context>
    <name>PictureModes</name>
    <message>
        <source>No pictures can be fetched: the network is switched off (File ▸ Work Offline).</source>
        <translation>无法下载图片：当前为脱机状态（文件 ▸ 脱机工作）。</translation>
    </message>
    <message>
        <source>Work Online</source>
        <translation>联机工作</translation>
    </message>
    <message>
        <source>You chose to fetch no pictures (Article ▸ Pictures).</source>
        <translation>您已选择不下载图片（文章 ▸ 图片）。</translation>
    </message>
    <message>
        <source>Fetch When Asked</source>
        <translation>先询问再下载</translation>
    </message>
</context>
<context>
    <name>PictureSaver</name>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Save Picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>The picture could not be saved as “%1”: %2. Another folder may do.</source>
        <translation>图片无法保存为“%1”：%2。可以换一个文件夹。</translation>
    </message>
</context>
<context>
    <name>PictureStorePage</name>
    <message>
        <source>Stored pictures</source>
        <translation>已保存的图片</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>At &amp;most:</source>
        <translation>上限(&amp;M)：</translation>
    </message>
    <message>
        <source>Now:</source>
        <translation>目前：</translation>
    </message>
    <message>
        <source>The least recently shown make room for new ones; those of starred articles stay.</source>
        <translation>最久未显示的图片会让位给新图片；加星标文章的图片始终保留。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s), %1</source>
        <translation>
            <numerusform>%Ln 张图片，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>How much room the stored pictures may take</source>
        <translation>已保存的图片最多可占用的空间</translation>
    </message>
    <message>
        <source>More than the limit, as the index of the pictures had to be made anew: those from before make no room until it is known again which of them starred articles show.</source>
        <translation>已超出上限，因为图片索引需要重新建立：在重新查明加星标的文章使用哪些图片之前，此前保存的图片不会被清理。</translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>Previous Picture</source>
        <translation>上一张图片</translation>
    </message>
    <message>
        <source>Next Picture</source>
        <translation>下一张图片</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Open in the Browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Back to the Article</source>
        <translation>返回文章</translation>
    </message>
    <message>
        <source>The picture is copied.</source>
        <translation>图片已复制。</translation>
    </message>
    <message>
        <source>This is the first picture.</source>
        <translation>这是第一张图片。</translation>
    </message>
    <message>
        <source>This is the last picture.</source>
        <translation>这是最后一张图片。</translation>
    </message>
    <message>
        <source>Opening the picture…</source>
        <translation>正在打开图片…</translation>
    </message>
    <message>
        <source>Fetching the picture from %1…</source>
        <translation>正在从 %1 下载图片…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <translation>第 %1 张图片，共 %2 张</translation>
    </message>
    <message>
        <source>The picture is saved.</source>
        <translation>图片已保存。</translation>
    </message>
    <message>
        <source>This picture is in the archive itself and has no address.</source>
        <translation>这张图片已内嵌在文集中，没有网址。</translation>
    </message>
    <message>
        <source>The picture’s address is copied.</source>
        <translation>图片地址已复制。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is a command, %2 its key</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Nothing else came, or nobody may be asked.</source>
        <translation>没有得到其他图片，或当前不允许下载。</translation>
    </message>
    <message>
        <source>Show What Came</source>
        <translation>仍然显示</translation>
    </message>
    <message>
        <source>This picture is in the archive itself; nothing else can come.</source>
        <translation>这张图片已内嵌在文集中，没有其他来源。</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Search the preferences</source>
        <translation>搜索首选项</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>No preference has these words.</source>
        <translation>没有匹配的首选项。</translation>
    </message>
</context>
<context>
    <name>PreferencesTool</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Mark an article as read when it is shown</source>
        <translation>打开文章时将其标为已读</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Pictures that are not stored</source>
        <translation>未保存的图片</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>The folders that were open last, and in each of them where you stopped and what Back leads to. What you read and starred stays.</source>
        <translation>最近打开的文件夹，以及在每个文件夹中读到的位置和“后退”的去处。已读和星标不受影响。</translation>
    </message>
    <message>
        <source>&amp;Forget Folders and Places</source>
        <translation>清除文件夹和位置记录(&amp;F)</translation>
    </message>
    <message>
        <source>Forgotten. The open archive is remembered again when the window closes.</source>
        <translation>已清除。关闭窗口时会重新记住当前打开的文集。</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>存放位置</translation>
    </message>
    <message>
        <source>Settings, marks and pictures:</source>
        <translation>设置、标记和图片：</translation>
    </message>
    <message>
        <source>Catalogue, which may be deleted at any time (%1):</source>
        <translation>目录数据，可随时删除（%1）：</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show “%1” in the file manager</source>
        <translation>在文件管理器中显示“%1”</translation>
    </message>
    <message>
        <source>Lectern asks the network for the pictures of the articles that you open, for those of their neighbours, and for those that you ask for, and for nothing else: it sends no cookies and reports nothing to anybody. Links open in your browser.</source>
        <translation>Lectern 只下载您打开的文章及其前后文章的图片，以及您要求下载的图片，除此之外不访问网络：不发送 Cookie，也不向任何人报告任何信息。链接在您的浏览器中打开。</translation>
    </message>
    <message>
        <source>Empty the list of recent folders, and begin each at its top</source>
        <translation>清空最近打开的文件夹，下次从头开始阅读</translation>
    </message>
    <message>
        <source>Show the folder in the file manager</source>
        <translation>在文件管理器中显示该文件夹</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Alias</source>
        <translation>替身</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>驱动器</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷方式</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>QKeySequenceEdit</name>
    <message>
        <source>Press shortcut</source>
        <translation>按下快捷键</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
</context>
<context>
    <name>ReadingHistory</name>
    <message>
        <source>There is no further article that way in the archive.</source>
        <translation>文集中这个方向上没有更多文章了。</translation>
    </message>
    <message>
        <source>This article is no longer in the archive.</source>
        <translation>这篇文章已不在此文集中。</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open a folder that was open before</source>
        <translation>打开以前打开过的文件夹</translation>
    </message>
    <message>
        <source>Open “%1”</source>
        <translation>打开“%1”</translation>
    </message>
    <message>
        <source>Folders you open will be listed here</source>
        <translation>打开过的文件夹会列在这里</translation>
    </message>
    <message>
        <source>No folder has been opened yet</source>
        <translation>还没有打开过文件夹</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Archive Report</source>
        <translation>文集报告</translation>
    </message>
    <message>
        <source>How far the articles are read</source>
        <translation>文章的读取进度</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Show in the &amp;List</source>
        <translation>在列表中显示(&amp;L)</translation>
    </message>
    <message>
        <source>Show in the &amp;File Manager</source>
        <translation>在文件管理器中显示(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Copy the Path</source>
        <translation>复制路径(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save as a Table…</source>
        <translation>另存为表格(&amp;S)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy the Path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>The table was saved as “%1”.</source>
        <translation>表格已保存为“%1”。</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>无法写入“%1”：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln path(s) copied.</source>
        <translation>
            <numerusform>已复制 %Ln 个路径。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the Report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Show these articles in the list</source>
        <translation>在列表中显示这些文章</translation>
    </message>
    <message>
        <source>Show the file, selected, in the file manager</source>
        <translation>在文件管理器中显示并选中该文件</translation>
    </message>
    <message>
        <source>Copy the path of the file</source>
        <translation>复制文件路径</translation>
    </message>
    <message>
        <source>Save everything that was found, for a spreadsheet</source>
        <translation>保存全部检查结果，供电子表格使用</translation>
    </message>
    <message>
        <source>Close the report</source>
        <translation>关闭报告</translation>
    </message>
    <message>
        <source>Stop what is being done</source>
        <translation>停止正在进行的操作</translation>
    </message>
    <message>
        <source>Saving the table…</source>
        <translation>正在保存表格…</translation>
    </message>
    <message>
        <source>The table was not saved.</source>
        <translation>表格未保存。</translation>
    </message>
    <message>
        <source>The report closes when its table is saved. Stop the saving to close it without.</source>
        <translation>表格保存完毕后报告才会关闭。若要不保存就关闭，请停止保存。</translation>
    </message>
</context>
<context>
    <name>ReportModel</name>
    <message>
        <source>Finding</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章数</translation>
    </message>
</context>
<context>
    <name>ReportTexts</name>
    <message>
        <source>Front matter repaired</source>
        <translation>头信息经过修补</translation>
    </message>
    <message>
        <source>Front matter without an end</source>
        <translation>头信息没有结束标记</translation>
    </message>
    <message>
        <source>No front matter</source>
        <translation>没有头信息</translation>
    </message>
    <message>
        <source>No title</source>
        <translation>没有标题</translation>
    </message>
    <message>
        <source>No categories</source>
        <translation>没有分类</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>没有日期</translation>
    </message>
    <message>
        <source>Unreadable date</source>
        <translation>日期无法识别</translation>
    </message>
    <message>
        <source>Encoding guessed</source>
        <translation>编码为推测</translation>
    </message>
    <message>
        <source>Damaged characters</source>
        <translation>字符损坏</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Not a regular file</source>
        <translation>不是普通文件</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>文件过大</translation>
    </message>
    <message>
        <source>Links in a circle</source>
        <translation>循环链接</translation>
    </message>
    <message>
        <source>Empty articles</source>
        <translation>空文章</translation>
    </message>
    <message>
        <source>Copies of one article</source>
        <translation>同一文章的副本</translation>
    </message>
    <message>
        <source>Articles with the same text</source>
        <translation>正文相同的文章</translation>
    </message>
    <message>
        <source>Largest articles</source>
        <translation>最大的文章</translation>
    </message>
    <message>
        <source>The front matter is not valid YAML; it was read line by line.</source>
        <translation>头信息不是有效的 YAML，已逐行读取。</translation>
    </message>
    <message>
        <source>The front matter begins and does not end.</source>
        <translation>头信息有开头而没有结尾。</translation>
    </message>
    <message>
        <source>The file has text and no front matter.</source>
        <translation>文件只有正文，没有头信息。</translation>
    </message>
    <message>
        <source>The first heading, or else the name of the file, stands in for the title.</source>
        <translation>以正文的第一个标题或文件名代替。</translation>
    </message>
    <message>
        <source>The folders stand in for the categories.</source>
        <translation>以所在文件夹代替分类。</translation>
    </message>
    <message>
        <source>The date in the file&apos;s name, or else the file&apos;s own time, stands in.</source>
        <translation>以文件名中的日期或文件的修改时间代替。</translation>
    </message>
    <message>
        <source>What is written as a date is none; the file&apos;s name or its own time stands in.</source>
        <translation>写明的日期无法识别，以文件名中的日期或文件的修改时间代替。</translation>
    </message>
    <message>
        <source>The file is not in UTF-8 and does not say what it is in.</source>
        <translation>文件不是 UTF-8，也没有注明编码。</translation>
    </message>
    <message>
        <source>Some bytes fit no encoding; they are shown as �.</source>
        <translation>部分字节不符合任何编码，显示为 �。</translation>
    </message>
    <message>
        <source>The system does not let these files be read, or they are gone.</source>
        <translation>系统不允许读取这些文件，或者文件已不存在。</translation>
    </message>
    <message>
        <source>Pipes, sockets and devices are never opened.</source>
        <translation>管道、套接字和设备文件从不打开。</translation>
    </message>
    <message>
        <source>Files of more than %1 are not opened.</source>
        <translation>大于 %1 的文件不会打开。</translation>
    </message>
    <message>
        <source>These links lead back to themselves or to a folder above them.</source>
        <translation>这些链接指回自身或上级文件夹。</translation>
    </message>
    <message>
        <source>There is a title and neither text nor picture.</source>
        <translation>只有标题，没有文字和图片。</translation>
    </message>
    <message>
        <source>Files with one original address, or else with one title, date and beginning. Reading or starring one does so for all.</source>
        <translation>原文地址相同，或者标题、日期和开头都相同的文件。将其中一篇标为已读或加星标，对所有副本都有效。</translation>
    </message>
    <message>
        <source>The text of these files is the same, character for character.</source>
        <translation>这些文件的正文一字不差。</translation>
    </message>
    <message>
        <source>The largest articles of the folder.</source>
        <translation>此文件夹中最大的文章。</translation>
    </message>
    <message>
        <source>The folder cannot be read: %1.</source>
        <translation>无法读取文件夹：%1。</translation>
    </message>
    <message>
        <source>There is no article in this folder.</source>
        <translation>此文件夹中没有文章。</translation>
    </message>
    <message>
        <source>Stopped before the end; copies were not looked for.</source>
        <translation>已提前停止，没有查找副本。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s), %1 in all</source>
        <translation>
            <numerusform>%Ln 篇文章，共 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>From %1 to %2; half of them have at most %3</source>
        <translation>从 %1 到 %2 不等，半数不超过 %3</translation>
    </message>
    <message>
        <source>Looking for the copies…</source>
        <translation>正在查找副本…</translation>
    </message>
    <message>
        <source>Reading every article: %1 so far…</source>
        <translation>正在读取所有文章：已读 %1 篇…</translation>
    </message>
    <message>
        <source>Reading every article: %1 of %2…</source>
        <translation>正在读取所有文章：%1/%2…</translation>
    </message>
</context>
<context>
    <name>RowSpeech</name>
    <message>
        <source>, </source>
        <comment>between the parts of a row that is read aloud</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>日期不详</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已加星标</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n 篇未读</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n 篇文章</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Like vim and newsboat</source>
        <translation>仿 vim 与 newsboat</translation>
    </message>
    <message>
        <source>Like NetNewsWire</source>
        <translation>仿 NetNewsWire</translation>
    </message>
    <message>
        <source>Lectern</source>
        <translation>Lectern</translation>
    </message>
    <message>
        <source>Search the commands and keys</source>
        <translation>搜索命令和快捷键</translation>
    </message>
    <message>
        <source>&amp;Preset:</source>
        <translation>方案(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Reset All</source>
        <translation>全部恢复默认(&amp;R)</translation>
    </message>
    <message>
        <source>Give every command Lectern’s own keys</source>
        <translation>将所有命令恢复为 Lectern 的默认快捷键</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Take preset and keys from a file</source>
        <translation>从文件读取方案和快捷键</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Write preset and changed keys to a file</source>
        <translation>将方案和改过的快捷键写入文件</translation>
    </message>
    <message>
        <source>Export Keys</source>
        <translation>导出快捷键</translation>
    </message>
    <message>
        <source>Keys (*.json)</source>
        <translation>快捷键 (*.json)</translation>
    </message>
    <message>
        <source>The keys were written to “%1”.</source>
        <translation>快捷键已写入“%1”。</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2</source>
        <translation>无法写入“%1”：%2</translation>
    </message>
    <message>
        <source>Import Keys</source>
        <translation>导入快捷键</translation>
    </message>
    <message>
        <source>The keys are those of “%1” now.</source>
        <translation>已采用“%1”中的快捷键。</translation>
    </message>
    <message>
        <source>“%1” was not taken: %2</source>
        <translation>未采用“%1”：%2</translation>
    </message>
    <message>
        <source>The keys of all commands that you have not changed</source>
        <translation>您未修改过的命令所用的快捷键</translation>
    </message>
    <message>
        <source>Take It &amp;Back</source>
        <translation>撤销(&amp;B)</translation>
    </message>
    <message>
        <source>Give every command the keys that it had before</source>
        <translation>让所有命令恢复之前的快捷键</translation>
    </message>
    <message>
        <source>Every command has Lectern’s own keys now.</source>
        <translation>所有命令都已恢复为 Lectern 的默认快捷键。</translation>
    </message>
    <message>
        <source>The keys are again those that you had before.</source>
        <translation>已恢复为之前的快捷键。</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>&amp;Open Folder…</source>
        <translation>打开文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Open the &amp;Sample Archive</source>
        <translation>打开示例文集(&amp;S)</translation>
    </message>
    <message>
        <source>Lectern</source>
        <translation>Lectern</translation>
    </message>
    <message>
        <source>Open a folder of articles and read. Nothing is imported, and nothing in the folder is changed.
You can also drop a folder on this window.</source>
        <translation>打开一个文章文件夹即可阅读。无需导入，也不会改动文件夹中的任何内容。
也可以把文件夹拖放到此窗口。</translation>
    </message>
    <message>
        <source>No articles here</source>
        <translation>这里没有文章</translation>
    </message>
    <message>
        <source>There is no .md, .markdown or .html file in “%1” or in the folders below it.</source>
        <translation>“%1”及其子文件夹中没有 .md、.markdown 或 .html 文件。</translation>
    </message>
    <message>
        <source>This folder cannot be read</source>
        <translation>无法读取这个文件夹</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2. Connect the disk or choose another folder.</source>
        <translation>无法读取“%1”：%2。请连接磁盘，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Choose a folder of articles to read</source>
        <translation>选择要阅读的文章文件夹</translation>
    </message>
    <message>
        <source>Look around in the articles that come with Lectern</source>
        <translation>浏览 Lectern 自带的文章</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>works under way</comment>
        <translation>
            <numerusform>另有 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop what is being done</source>
        <translation>停止正在进行的操作</translation>
    </message>
    <message>
        <source>Stop: %1</source>
        <translation>停止：%1</translation>
    </message>
</context>
<context>
    <name>TextReason</name>
    <message>
        <source>The web engine stopped while it drew this page, so this is its text alone.</source>
        <translation>网页引擎在绘制此页时停止了运行，以下只有文字。</translation>
    </message>
    <message>
        <source>The web engine’s picture does not reach the screen, so this is the text alone.</source>
        <translation>网页引擎绘制的画面无法显示到屏幕上，以下只有文字。</translation>
    </message>
    <message>
        <source>The web engine takes too long to draw this page, so this is its text alone.</source>
        <translation>网页引擎绘制此页耗时过长，以下只有文字。</translation>
    </message>
    <message>
        <source>Lectern stopped while it opened this article before, so this is its text alone.</source>
        <translation>Lectern 上次打开这篇文章时意外退出，以下只有文字。</translation>
    </message>
    <message>
        <source>This system does not let the web engine lock its pages in (user namespaces are switched off), so this is the text alone.</source>
        <translation>此系统不允许网页引擎隔离页面（用户命名空间已停用），以下只有文字。</translation>
    </message>
    <message>
        <source>From its next start on, Lectern draws without the graphics card.</source>
        <translation>下次启动后，Lectern 将不使用显卡绘制。</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Its text, without its page</source>
        <translation>仅文字，不含页面</translation>
    </message>
    <message>
        <source>Try to show the page after all</source>
        <translation>再次尝试显示页面</translation>
    </message>
</context>
<context>
    <name>ViewList</name>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Newest Day</source>
        <translation>最新一天</translation>
    </message>
    <message>
        <source>Recently Read</source>
        <translation>最近阅读</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>ViewerKeys</name>
    <message>
        <source>Back to the Article</source>
        <translation>返回文章</translation>
    </message>
    <message>
        <source>Go back to the very spot in the article</source>
        <translation>回到文章中原来的位置</translation>
    </message>
    <message>
        <source>Next Picture</source>
        <translation>下一张图片</translation>
    </message>
    <message>
        <source>Show the article’s next picture</source>
        <translation>显示文章的下一张图片</translation>
    </message>
    <message>
        <source>Previous Picture</source>
        <translation>上一张图片</translation>
    </message>
    <message>
        <source>Show the article’s previous picture</source>
        <translation>显示文章的上一张图片</translation>
    </message>
    <message>
        <source>First Picture</source>
        <translation>第一张图片</translation>
    </message>
    <message>
        <source>Show the article’s first picture</source>
        <translation>显示文章的第一张图片</translation>
    </message>
    <message>
        <source>Last Picture</source>
        <translation>最后一张图片</translation>
    </message>
    <message>
        <source>Show the article’s last picture</source>
        <translation>显示文章的最后一张图片</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Show the picture larger</source>
        <translation>放大图片</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Show the picture smaller</source>
        <translation>缩小图片</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Fit the picture into the window</source>
        <translation>使图片适合窗口</translation>
    </message>
    <message>
        <source>Own Pixels</source>
        <translation>实际像素</translation>
    </message>
    <message>
        <source>Show a pixel of the picture on one of the screen</source>
        <translation>图片的一个像素对应屏幕的一个像素</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Turn the picture to the right</source>
        <translation>将图片向右旋转</translation>
    </message>
    <message>
        <source>Turn to the Left</source>
        <translation>向左旋转</translation>
    </message>
    <message>
        <source>Turn the picture to the left</source>
        <translation>将图片向左旋转</translation>
    </message>
    <message>
        <source>Look Left</source>
        <translation>左移画面</translation>
    </message>
    <message>
        <source>Move a large picture; else show the previous one</source>
        <translation>图片大于窗口时移动画面，否则显示上一张</translation>
    </message>
    <message>
        <source>Look Right</source>
        <translation>右移画面</translation>
    </message>
    <message>
        <source>Move a large picture; else show the next one</source>
        <translation>图片大于窗口时移动画面，否则显示下一张</translation>
    </message>
    <message>
        <source>Look Up</source>
        <translation>上移画面</translation>
    </message>
    <message>
        <source>Move a large picture</source>
        <translation>图片大于窗口时移动画面</translation>
    </message>
    <message>
        <source>Look Down</source>
        <translation>下移画面</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy the Address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Copy the picture’s address</source>
        <translation>复制图片的地址</translation>
    </message>
    <message>
        <source>Open in the Browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Open the picture’s address in the browser</source>
        <translation>在浏览器中打开图片的地址</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Try once more to fetch the pictures that are missing</source>
        <translation>再次尝试下载缺失的图片</translation>
    </message>
    <message>
        <source>Not the Picture</source>
        <translation>不是文章配图</translation>
    </message>
    <message>
        <source>Say that this only stands in for the picture, or that it is the picture after all</source>
        <translation>指出这只是替代图片，或确认它就是文章配图</translation>
    </message>
</context>
<context>
    <name>ViewerTool</name>
    <message>
        <source>This article has no pictures to view.</source>
        <translation>这篇文章没有可查看的图片。</translation>
    </message>
</context>
<context>
    <name>WebPane</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
</context>
</TS>
